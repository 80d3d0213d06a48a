# One image for every process of Probity: web, worker, and the probity command. See docs/operations.md.
# The tests run on Node 20.20; another version is a matter of this line, once they have run on it.
ARG NODE=20-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /probity
COPY package.json package-lock.json ./
COPY scripts scripts
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY bin bin
COPY migrations migrations
COPY src src
RUN npm run build && npm prune --omit=dev

FROM node:${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/tmp/probity
WORKDIR /probity
COPY --from=build /probity/package.json ./
COPY --from=build /probity/node_modules node_modules
COPY --from=build /probity/dist dist
COPY LICENSE ./
# Handed out with each export of the audit record.
COPY docs docs
COPY deploy/with-secrets.sh /usr/local/bin/with-secrets
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
ENTRYPOINT ["sh", "/usr/local/bin/with-secrets"]
CMD ["node", "dist/src/main.js"]
