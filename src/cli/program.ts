import { Command, CommanderError } from 'commander';
import type { ExportOptions } from './audit-export.js';
import type { BackupOptions } from './backup.js';
import type { RestoreOptions } from './restore.js';
import type { VerifyOptions } from './audit-verify.js';
import { CommandFailure } from './command-failure.js';
import type { Streams } from './streams.js';

/**
 * Runs the `probity` command and gives its exit status: 0 done, 1 refused or failed. A command loads its own code
 * only when it runs, so that those which need neither Nest nor a database do not wait for them.
 */
export async function runCli(words: readonly string[], streams: Streams): Promise<number> {
  let status = 0;
  const program = new Command('probity')
    .description(
      'Declaration of interests for UK councils: the law, agendas and the register from the command line.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });

  program
    .command('match')
    .description(
      'say whether agenda items touch interests (JSON Lines from standard input to standard output)',
    )
    .action(async () => {
      const { runMatch } = await import('./match.js');
      status = await runMatch(streams);
    });

  const law = program.command('law').description('ask the law');
  law
    .command('answer')
    .description('answer cases by dated and cited law (JSON Lines from standard input to standard output)')
    .action(async () => {
      const { runLawAnswer } = await import('./law/answer.js');
      status = await runLawAnswer(streams);
    });

  const agenda = program.command('agenda').description('understand agendas');
  agenda
    .command('read')
    .description('read an agenda and print what was understood as JSON')
    .argument('<file>', 'an agenda as a PDF, a Word document, HTML, ModernGov XML or plain text in UTF-8')
    .action(async (file: string) => {
      const { runAgendaRead } = await import('./agenda-read.js');
      status = await runAgendaRead(file, streams);
    });

  const audit = program.command('audit').description('prove what happened');
  audit
    .command('verify')
    .description('work out every hash of the audit chains again; exit status 1 when one is broken')
    .option('--anchors <file>', 'compare with anchors that were kept elsewhere: mails, or JSON Lines')
    .action(async (options: VerifyOptions) => {
      const { runAuditVerify } = await import('./audit-verify.js');
      status = await runAuditVerify(streams, options);
    });
  audit
    .command('export')
    .description('write a ZIP of an audit chain, with a manual to check it without Probity')
    .requiredOption('--authority <slug>', 'whose chain; `installation` for the installation’s own')
    .requiredOption('--to <file>', 'the file to write; it must not be there yet')
    .option('--from <day>', 'the first day, such as 2026-11-01')
    .option('--until <day>', 'the last day')
    .action(async (options: ExportOptions) => {
      const { runAuditExport } = await import('./audit-export.js');
      status = await runAuditExport(streams, options);
    });

  const keys = program.command('keys').description('look after the keys that seal what people wrote');
  keys
    .command('rotate')
    .description('seal everything again with the first key of PROBITY_KEYS; may be stopped and run again')
    .action(async () => {
      const { runKeysRotate } = await import('./keys-rotate.js');
      status = await runKeysRotate(streams);
    });

  program
    .command('backup')
    .description('write everything, as it is at one moment, into one file; while Probity runs, too')
    .requiredOption('--to <file>', 'the file to write; it must not be there yet')
    .option('--key-file <file>', 'encrypt with the key in this file instead of PROBITY_BACKUP_KEY')
    .action(async (options: BackupOptions) => {
      const { runBackup } = await import('./backup.js');
      status = await runBackup(streams, options);
    });
  program
    .command('restore')
    .description('put a backup into an empty installation, and bring it up to this version')
    .requiredOption('--from <file>', 'a backup of this version or an older one')
    .option('--key-file <file>', 'the key it was encrypted with, instead of PROBITY_BACKUP_KEY')
    .option('--check', 'only read the whole file and hold it against its sums; touch no database')
    .action(async (options: RestoreOptions) => {
      const { runRestore } = await import('./restore.js');
      status = await runRestore(streams, options);
    });

  try {
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    return failed(error, streams);
  }
}

/** commander has printed its own message; ours is one sentence; a bug is named as one. Never a stack. */
function failed(error: unknown, streams: Streams): number {
  if (error instanceof CommanderError) return error.exitCode;
  const isOurs = error instanceof CommandFailure;
  const message = error instanceof Error ? error.message : String(error);
  streams.stderr.write(isOurs ? `${message}\n` : `probity failed: ${message}. Please report this.\n`);
  return 1;
}
