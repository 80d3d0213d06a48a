/**
 * What is not mutated: the words that a reader reads and the places where the law is written, which a test would only
 * repeat. Tags, the names of facts, ids and days are mutated like everything else, and so is what an error says.
 */
const CITATION = ['citation', 'text', 'url'];

function shouldIgnore(path) {
  const isText = path.isStringLiteral() || path.isTemplateLiteral();
  return isText && (isSentence(path) || isInCitation(path) || isForCitation(path)) ? 'prose' : undefined;
}

/** Tags and ids have no spaces. */
function isSentence(path) {
  const words = path.isStringLiteral()
    ? path.node.value
    : path.node.quasis.map(({ value }) => value.raw).join('');
  return words.includes(' ') && path.findParent((outer) => outer.isThrowStatement()) === null;
}

function isInCitation(path) {
  const owner = path.findParent((outer) => outer.isObjectProperty() || outer.isFunction());
  return owner?.isObjectProperty() && CITATION.includes(owner.node.key.name);
}

/** Is it given to a function of citation.ts? */
function isForCitation({ parentPath: call }) {
  if (!call.isCallExpression() || !call.get('callee').isIdentifier()) return false;
  const from = call.scope.getBinding(call.node.callee.name)?.path.parentPath;
  return from?.isImportDeclaration() && from.node.source.value.endsWith('/citation.js');
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'prose', value: { shouldIgnore } }];
