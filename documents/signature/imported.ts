import { createPublicKey, type KeyObject } from 'node:crypto';
import { visibleName } from '../../words/signature.ts';
import { child, children, oid, readAll, stampOf, tags, type Node } from './der.ts';
import { refuse } from './refusal.ts';

/** The keys that an imported certificate may have; every signature is made with SHA-256. */
export type Algorithm = { readonly kind: 'rsa'; readonly bits: number } | { readonly kind: 'ec'; readonly curve: 'P-256' | 'P-384' };

/** What an imported certificate says. Its issuer is named, never checked. Stamps are "20260317080000Z". */
export interface ImportedFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly from: string;
  readonly to: string;
  readonly algorithm: Algorithm;
  readonly publicKey: KeyObject;
  /** The issuer's name and the serial number, as the certificate writes them. */
  readonly issuerName: Buffer;
  readonly serial: Buffer;
}

const deepest = 16;

/** Refuses a value that is not written in the one way of DER: a length longer than it need be, an indefinite one, a part that overflows. */
const checkDer = (node: Node, depth = 0): void => {
  const head = node.whole.length - node.content.length;
  const needed = node.content.length < 0x80 ? 2 : node.content.length < 0x100 ? 3 : 4;
  if (depth > deepest || head !== needed || node.content.length > 0xffff) refuse('imported-shape');
  if ((node.tag & 0x20) !== 0) for (const part of readAll(node.content)) checkDer(part, depth + 1);
};

const textIn = (node: Node): string => {
  switch (node.tag) {
    case 0x1e: // BMPString
      return Buffer.from(node.content.subarray(0, node.content.length & ~1))
        .swap16()
        .toString('utf16le');
    case 0x14: // TeletexString, in practice Latin 1
      return node.content.toString('latin1');
    default:
      return node.content.toString('utf8');
  }
};

/** Who a name is, for a person to read: the common name, then the organisation, else whatever it holds. */
const personOf = (name: Node): string => {
  const parts = readAll(name.content)
    .flatMap((set) => readAll(set.content))
    .map((pair) => readAll(pair.content))
    .map(([type, value]) => [type?.whole.toString('hex') ?? '', value === undefined ? '' : textIn(value)] as const);
  const of = (id: string): string | undefined => parts.find(([type]) => type === oid(id).toString('hex'))?.[1];
  const [common, organisation] = [of('2.5.4.3'), of('2.5.4.10')];
  const said = common === undefined ? (organisation ?? parts.map(([, text]) => text).join(', ')) : common;
  return visibleName(common === undefined || organisation === undefined || organisation === common ? said : `${said}, ${organisation}`);
};

const algorithmOf = (publicKey: KeyObject): Algorithm => {
  const { modulusLength = 0, publicExponent = 0n, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  if (publicKey.asymmetricKeyType === 'rsa') {
    if (modulusLength < 2048 || modulusLength > 8192 || modulusLength % 8 !== 0 || publicExponent < 65_537n) return refuse('imported-weak');
    return { kind: 'rsa', bits: modulusLength };
  }
  if (publicKey.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return { kind: 'ec', curve: 'P-256' };
  if (publicKey.asymmetricKeyType === 'ec' && namedCurve === 'secp384r1') return { kind: 'ec', curve: 'P-384' };
  return refuse('imported-weak');
};

const readPublicKey = (info: Node): KeyObject => {
  try {
    return createPublicKey({ key: info.whole, format: 'der', type: 'spki' });
  } catch {
    return refuse('imported-weak');
  }
};

/** Whether the key usage lets its key sign a document: digitalSignature or nonRepudiation, or no usage said at all (RFC 5280, 4.2.1.3). */
const maySign = (extensions: readonly Node[]): boolean => {
  const usage = extensions.map((each) => readAll(each.content)).find(([id]) => id?.whole.equals(oid('2.5.29.15')) === true);
  if (usage === undefined) return true;
  const bits = child(readAll(child(usage, usage.length - 1, tags.octets).content), 0, tags.bits).content;
  return ((bits[1] ?? 0) & 0xc0) !== 0;
};

/** Reads a certificate made elsewhere: X.509 version 3 in strict DER, a key strong enough, made to sign. Refusals: imported-shape, imported-weak, imported-usage. */
export const readImported = (certificate: Buffer): ImportedFacts => {
  const outer = readAll(certificate);
  if (outer.length !== 1 || outer[0] === undefined) return refuse('imported-shape');
  checkDer(outer[0]);
  const body = children(readAll(outer[0].content), 0, tags.sequence);
  if (!child(body, 0, 0xa0).content.equals(Buffer.from([2, 1, 2]))) return refuse('imported-shape');
  const [issuer, subject] = [child(body, 3, tags.sequence), child(body, 5, tags.sequence)];
  const [from, to] = children(body, 4, tags.sequence);
  if (from === undefined || to === undefined) return refuse('imported-shape');
  const extensions = body.find(({ tag }) => tag === 0xa3);
  const publicKey = readPublicKey(child(body, 6, tags.sequence));
  const algorithm = algorithmOf(publicKey);
  if (extensions !== undefined && !maySign(children(readAll(extensions.content), 0, tags.sequence))) refuse('imported-usage');
  return {
    subject: personOf(subject),
    issuer: personOf(issuer),
    from: yearOf(from),
    to: yearOf(to),
    algorithm,
    publicKey,
    issuerName: issuer.whole,
    serial: child(body, 1, tags.integer).whole,
  };
};

/** The stamp of a time of X.509, whose years of two figures run from 1950 to 2049 (RFC 5280, 4.1.2.5.1). */
const yearOf = (node: Node): string => {
  const stamp = stampOf(node);
  return node.tag === tags.utcTime && stamp >= '2050' ? `19${stamp.slice(2)}` : stamp;
};
