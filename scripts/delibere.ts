// `npm run --silent delibere -- verify FILE …`, `… replay FILE …` and `… fiche FLUX …`: each verb says its options and exit codes in its own file.
import { delibere } from './delibere/main.ts';

process.exitCode = await delibere(process.argv.slice(2));
