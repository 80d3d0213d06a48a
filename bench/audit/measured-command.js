/** `probity` with the words given; at its end it says how much memory it held at most, in megabytes. */
import { runCli } from '../../dist/src/cli/program.js';

const { stdin, stdout, stderr } = process;
const status = await runCli(process.argv.slice(2), { stdin, stdout, stderr });
process.send({ megabytes: process.resourceUsage().maxRSS / 1024 });
process.disconnect();
process.exitCode = status;
