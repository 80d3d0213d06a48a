import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often what is known of a meeting was written again: the number by which a calendar tells news from old. */
export class MeetingsCountTheirChanges1763769600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table meeting add column changes integer not null default 0`);
    // The database counts, so that no way of changing a meeting is forgotten: an agenda, a directory, a cancellation.
    await runner.query(`
      create function count_meeting_change() returns trigger language plpgsql as $$
      begin
        new.changes := old.changes + 1;
        return new;
      end $$`);
    await runner.query(`
      create trigger meeting_counts_its_changes before update on meeting
      for each row execute function count_meeting_change()`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
