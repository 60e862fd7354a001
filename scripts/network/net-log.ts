const requests = new Set(['URL_REQUEST_START_JOB', 'CORS_REQUEST']);
const names = new Set(['HOST_RESOLVER_MANAGER_REQUEST', 'HOST_RESOLVER_MANAGER_JOB', 'HOST_RESOLVER_SYSTEM_TASK', 'HOST_RESOLVER_DNS_TASK', 'DNS_TRANSACTION']);
const connections = new Set(['TCP_CONNECT', 'TCP_CONNECT_ATTEMPT', 'UDP_CONNECT', 'UDP_BYTES_SENT', 'QUIC_SESSION', 'SOCKET_POOL_CONNECTING_N_SOCKETS']);
const ours = /^(?:app|viewer|blob|data):/;

interface Event {
  readonly type: number;
  readonly params?: { readonly url?: string; readonly host?: string; readonly hostname?: string; readonly address?: string };
}

/**
 * What Chromium's own log of its network (`--log-net-log`) says was asked of it beyond our schemes: addresses requested, names looked up, connections opened.
 * A log cut short by the end of the program is read as far as it goes; one that is not a log throws.
 */
export function contactsOf(text: string): string[] {
  const [first = '', ...lines] = text.split('\n');
  const types = (JSON.parse(`${first.replace(/,\s*$/, '')}}`) as { constants: { logEventTypes: Record<string, number> } }).constants.logEventTypes;
  const kinds = new Map(Object.entries(types).map(([name, type]) => [type, name]));
  return lines.flatMap((line) => {
    const event = eventOf(line);
    const kind = event === null ? undefined : kinds.get(event.type);
    if (event === null || kind === undefined) return [];
    const { url, host, hostname, address } = event.params ?? {};
    if (requests.has(kind)) return url === undefined || ours.test(url) ? [] : [`${kind} ${url}`];
    if (names.has(kind) || connections.has(kind)) return [`${kind} ${host ?? hostname ?? address ?? ''}`.trim()];
    return [];
  });
}

function eventOf(line: string): Event | null {
  try {
    const read: unknown = JSON.parse(line.replace(/^"events":\s*\[/, '').replace(/(?:,|\]\}?,?)\s*$/, ''));
    return typeof read === 'object' && read !== null && 'type' in read ? (read as Event) : null;
  } catch {
    return null;
  }
}
