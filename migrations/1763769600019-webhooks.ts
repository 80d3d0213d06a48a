import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Other programs that are told when something public has changed. What is owed to them is written by triggers, in the
 * transaction of the change itself: whoever changes it, and by whichever way, it is told or it did not happen.
 */
export class Webhooks1763769600019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook (
        authority_id uuid not null references authority (id),
        id uuid not null,
        url text not null check (url like 'https://%' and length(url) <= 500),
        topics text[] not null check (topics <@ array['agendas', 'meetings', 'register'] and cardinality(topics) > 0),
        -- Encrypted (platform/sealing): whoever knows a secret can speak as this council.
        secret text not null check (secret like 'v1.%'),
        former_secret text check (former_secret like 'v1.%'),
        -- Machine time: until then both sign.
        former_until timestamptz,
        registered_at timestamptz not null,
        registered_by uuid not null references account (id),
        removed_at timestamptz,
        removed_by uuid references account (id),
        primary key (authority_id, id),
        constraint webhook_former_secret_has_an_end check ((former_secret is null) = (former_until is null)),
        constraint webhook_is_removed_by_somebody check ((removed_at is null) = (removed_by is null))
      )`);
    await runner.query(`
      create unique index webhook_url_once on webhook (authority_id, url) where removed_at is null`);
    await runner.query(`call protect_by_authority('webhook', 'select, insert, update')`);

    // Ids alone. position: of two events about one subject, the later one has the higher.
    await runner.query(`
      create table webhook_event (
        authority_id uuid not null references authority (id),
        id uuid not null default gen_random_uuid(),
        position bigint not null generated always as identity,
        type text not null check (type in ('agenda.published', 'agenda.revised', 'meeting.changed', 'meeting.cancelled',
          'register.published', 'register.changed', 'register.removed')),
        meeting_id uuid,
        revision integer,
        member_id uuid,
        thing_id uuid,
        -- Machine time.
        happened_at timestamptz not null default now(),
        transaction xid8 not null default pg_current_xact_id(),
        primary key (authority_id, id),
        constraint webhook_event_is_about_one_subject check ((meeting_id is null) = (member_id is not null)
          and (member_id is null) = (thing_id is null)),
        foreign key (authority_id, meeting_id) references meeting (authority_id, id),
        foreign key (authority_id, member_id) references member (authority_id, id)
      )`);
    await runner.query(
      `create index webhook_event_of_thing on webhook_event (authority_id, thing_id, transaction)`,
    );
    await runner.query(`call protect_by_authority('webhook_event', 'select, insert, update')`);

    // What is owed to one webhook, and what became of it. The id is what the receiver knows it by, however often it is sent.
    await runner.query(`
      create table webhook_delivery (
        authority_id uuid not null,
        id uuid not null default gen_random_uuid(),
        webhook_id uuid not null,
        event_id uuid not null,
        state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
        tries integer not null default 0 check (tries >= 0),
        replays integer not null default 0 check (replays >= 0),
        -- Machine time, all of them.
        owed_since timestamptz not null default now(),
        next_at timestamptz not null default now(),
        delivered_at timestamptz,
        last_tried_at timestamptz,
        last_status integer,
        last_error text check (last_error ~ '^[a-z-]{3,40}$'),
        primary key (authority_id, id),
        constraint webhook_delivery_once unique (authority_id, webhook_id, event_id),
        constraint webhook_delivery_delivered_at_a_moment check (state <> 'delivered' or delivered_at is not null),
        foreign key (authority_id, webhook_id) references webhook (authority_id, id),
        foreign key (authority_id, event_id) references webhook_event (authority_id, id)
      )`);
    await runner.query(
      `create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting'`,
    );
    await runner.query(`call protect_by_authority('webhook_delivery', 'select, insert, update')`);

    // For the worker's round. Ids alone cross authorities.
    await runner.query(`
      create function webhook_deliveries_due(as_at timestamptz, at_most integer)
      returns table (authority_id uuid, id uuid)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select d.authority_id, d.id from webhook_delivery d
        where d.state = 'waiting' and d.next_at <= as_at order by d.next_at limit at_most
      $$`);
    await runner.query(`revoke all on function webhook_deliveries_due(timestamptz, integer) from public`);
    await runner.query(
      `grant execute on function webhook_deliveries_due(timestamptz, integer) to probity_app`,
    );

    await this.#owed(runner);
    await this.#meetings(runner);
    await this.#register(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }

  /** Each webhook that asked for the topic is owed each event. Runs as whoever made the change, under the same policies. */
  async #owed(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function owe_webhook_event() returns trigger language plpgsql as $$
      begin
        insert into webhook_delivery (authority_id, webhook_id, event_id)
          select w.authority_id, w.id, new.id from webhook w
          where w.authority_id = new.authority_id and w.removed_at is null
            and case split_part(new.type, '.', 1) when 'agenda' then 'agendas' when 'meeting' then 'meetings' else 'register' end
              = any (w.topics);
        return null;
      end $$`);
    await runner.query(`
      create trigger webhook_event_is_owed after insert on webhook_event
      for each row execute function owe_webhook_event()`);
    // Nobody is told: then nothing is written either.
    await runner.query(`
      create function webhooks_ask(asked uuid, topic text) returns boolean language sql stable as $$
        select exists (
          select from webhook w where w.authority_id = asked and w.removed_at is null and topic = any (w.topics))
      $$`);
  }

  async #meetings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function tell_webhooks_of_agenda() returns trigger language plpgsql as $$
      begin
        if webhooks_ask(new.authority_id, 'agendas') then
          insert into webhook_event (authority_id, type, meeting_id, revision)
          values (new.authority_id, case new.number when 1 then 'agenda.published' else 'agenda.revised' end,
            new.meeting_id, new.number);
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger agenda_revision_is_told after insert on agenda_revision
      for each row execute function tell_webhooks_of_agenda()`);
    await runner.query(`
      create function tell_webhooks_of_meeting() returns trigger language plpgsql as $$
      begin
        if webhooks_ask(new.authority_id, 'meetings') then
          insert into webhook_event (authority_id, type, meeting_id)
          values (new.authority_id,
            case when new.status = 'cancelled' and old.status <> 'cancelled' then 'meeting.cancelled' else 'meeting.changed' end,
            new.id);
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger meeting_change_is_told after update on meeting for each row
      when ((old.body_id, old.meets_on, old.starts_at, old.venue, old.status)
        is distinct from (new.body_id, new.meets_on, new.starts_at, new.venue, new.status))
      execute function tell_webhooks_of_meeting()`);
  }

  /**
   * Of the public register only what its own list of changes tells: entries, and addresses that are withheld by name. A
   * statement under s.32 and a nil return tell nothing, for somebody could put together what is withheld from when they
   * came. Lines that are deleted were closed before, or are of a member who has left.
   */
  async #register(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function tell_webhooks_of_line() returns trigger language plpgsql as $$
      begin
        if new.thing_id is null or not webhooks_ask(new.authority_id, 'register') then return null; end if;
        if tg_op = 'INSERT' then
          -- Taken down and published again in one change is a change.
          update webhook_event set type = 'register.changed'
          where authority_id = new.authority_id and thing_id = new.thing_id
            and transaction = pg_current_xact_id() and type in ('register.removed', 'register.changed');
          if found then return null; end if;
        end if;
        insert into webhook_event (authority_id, type, member_id, thing_id)
        values (new.authority_id, case tg_op when 'INSERT' then 'register.published' else 'register.removed' end,
          new.member_id, new.thing_id);
        return null;
      end $$`);
    await runner.query(`
      create trigger public_line_is_told after insert on public_line for each row
      when (new.kind <> 'nothing' and new.withheld_by is distinct from 's32') execute function tell_webhooks_of_line()`);
    await runner.query(`
      create trigger public_line_closing_is_told after update of closed_at on public_line for each row
      when (old.closed_at is null and new.closed_at is not null and new.kind <> 'nothing'
        and new.withheld_by is distinct from 's32') execute function tell_webhooks_of_line()`);
  }
}
