/** Runs the local host on one app in a process of its own: `node tiny-host.js DATA APP PANE`. */
import { startHost } from '../../../functions/local/host.ts';

const [data = '', app = '', pane = ''] = process.argv.slice(2);
const host = await startHost({
  data,
  app,
  pane,
  host: '127.0.0.1',
  port: 0,
  maxBodyBytes: 1024 * 1024,
  now: () => new Date(),
  log: (event, fields) => void process.stderr.write(`${JSON.stringify({ event, ...fields })}\n`),
  appLog: (level, category, message) => {
    if (level !== 'debug') process.stderr.write(`${category} ${message}\n`);
  },
});
process.on('SIGTERM', () => {
  void host.stop().then(() => process.exit(0));
});
process.stdout.write(`${JSON.stringify({ port: host.port, resumed: host.resumed })}\n`);
