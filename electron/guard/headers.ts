import { origins } from '../place.ts';

const refusedFeatures = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': refusedFeatures.map((name) => `${name}=()`).join(', '),
} as const;

const policies = {
  app: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `frame-src ${origins.viewer}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ],
  // WebAssembly decodes the scans (JBIG2, JPEG 2000) of foreign files; scripts come from the reader's own files alone.
  viewer: [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "font-src 'self' data: blob:",
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${origins.app}`,
    "object-src 'none'",
  ],
} as const;

/** The headers every answer of an origin carries: the content policy, no guessing of types, no referrer. */
export function headersFor(origin: 'app' | 'viewer', type: string): Record<string, string> {
  const opener: Record<string, string> = origin === 'app' ? { 'Cross-Origin-Opener-Policy': 'same-origin' } : {};
  return { ...common, ...opener, 'Content-Type': type, 'Content-Security-Policy': policies[origin].join('; ') };
}
