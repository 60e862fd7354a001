import type { App } from 'electron';

/** Before the machine starts: no name resolves, no proxy answers, nothing is fetched in the background. */
export function switchNetworkOff(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('proxy-server', 'http://0.0.0.0:9');
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'disable-breakpad',
  ])
    app.commandLine.appendSwitch(name);
  // The default names the program, whose accents no header may hold: our own scheme would then refuse every file.
  app.userAgentFallback = 'Mozilla/5.0 Chrome Delibere';
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}
