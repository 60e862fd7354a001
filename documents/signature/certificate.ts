import { createHash } from 'node:crypto';
import { capacityName, rootName } from '../../words/signature.ts';
import {
  bits,
  child,
  children,
  context,
  der,
  integer,
  octets,
  oid,
  readAll,
  sequence,
  setOf,
  stampOf,
  tags,
  textOf,
  time,
  utf8,
  yes,
  type Node,
} from './der.ts';
import { checkBytes, makeKey, publicInfo, readKey, signBytes, type KeyPair } from './keys.ts';
import { refuse } from './refusal.ts';

/** In what capacity a person signs. */
export type Capacity = 'member' | 'lead';

/** Who signs, as the one-time certificate states it; an empty quality is left out. */
export interface Signer {
  readonly name: string;
  readonly capacity: Capacity;
  readonly quality: string;
}

/** The organism's root: its self-signed certificate (DER) and its private key (PKCS#8 DER), which the caller keeps. */
export interface Root {
  readonly certificate: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** What a root certificate says. Stamps are "20260317080000Z". */
export interface RootFacts {
  readonly organism: string;
  readonly stamp: string;
  readonly serial: Buffer;
  readonly point: Buffer;
}

/** What a one-time certificate says; `organism` names the issuer. */
export interface LeafFacts extends RootFacts {
  readonly signer: Signer;
}

/** Source of random bytes, passed in. */
export type Random = (length: number) => Uint8Array;

/** RFC 5280, 4.1.2.5: no well-defined expiration. A one-time key is gone once used, and a minute is read for fifty years. */
const never = '99991231235959Z';

/** An instant as certificates write it, whole seconds: "20260317080000Z". */
export const stampOfInstant = (instant: string): string => `${instant.slice(0, 19).replace(/[-:T]/g, '')}Z`;

/** A stamp as an instant: "2026-03-17T08:00:00.000Z". */
export const instantOfStamp = (stamp: string): string => stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z');

const ecdsaSha256 = sequence(oid('1.2.840.10045.4.3.2'));
const ids = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  unit: '2.5.4.11',
  title: '2.5.4.12',
  subjectKey: '2.5.29.14',
  usage: '2.5.29.15',
  basic: '2.5.29.19',
  authorityKey: '2.5.29.35',
} as const;

const named = (type: string, text: string): Buffer => setOf(sequence(oid(type), utf8(text)));
/** The name of the organism's root, as its certificates write it. */
export const issuerNameOf = (organism: string): Buffer => sequence(named(ids.organization, organism), named(ids.commonName, rootName(organism)));
const leafSubject = (organism: string, signer: Signer): Buffer =>
  sequence(
    named(ids.organization, organism),
    named(ids.unit, capacityName[signer.capacity]),
    ...(signer.quality === '' ? [] : [named(ids.title, signer.quality)]),
    named(ids.commonName, signer.name),
  );

/** RFC 7093, method 1: the first 160 bits of the SHA-256 of the public key. */
const keyIdentifier = (point: Uint8Array): Buffer => createHash('sha256').update(point).digest().subarray(0, 20);
const extension = (id: string, value: Uint8Array, critical = false): Buffer => sequence(oid(id), ...(critical ? [yes()] : []), octets(value));

const toBeSigned = (parts: {
  readonly serial: Uint8Array;
  readonly issuer: Buffer;
  readonly from: string;
  readonly subject: Buffer;
  readonly point: Uint8Array;
  readonly extensions: readonly Buffer[];
}): Buffer =>
  sequence(
    context(0, integer(2)),
    integer(parts.serial),
    ecdsaSha256,
    parts.issuer,
    sequence(time(parts.from), time(never)),
    parts.subject,
    publicInfo(parts.point),
    context(3, sequence(...parts.extensions)),
  );

const rootBody = (facts: RootFacts): Buffer =>
  toBeSigned({
    serial: facts.serial,
    issuer: issuerNameOf(facts.organism),
    from: facts.stamp,
    subject: issuerNameOf(facts.organism),
    point: facts.point,
    extensions: [
      extension(ids.basic, sequence(yes(), integer(0)), true),
      extension(ids.usage, bits(Uint8Array.of(0x84), 2), true),
      extension(ids.subjectKey, octets(keyIdentifier(facts.point))),
    ],
  });

const leafBody = (facts: LeafFacts, rootPoint: Uint8Array): Buffer =>
  toBeSigned({
    serial: facts.serial,
    issuer: issuerNameOf(facts.organism),
    from: facts.stamp,
    subject: leafSubject(facts.organism, facts.signer),
    point: facts.point,
    extensions: [
      extension(ids.usage, bits(Uint8Array.of(0xc0), 6), true),
      extension(ids.subjectKey, octets(keyIdentifier(facts.point))),
      extension(ids.authorityKey, sequence(der(0x80, keyIdentifier(rootPoint)))),
    ],
  });

const certify = (body: Buffer, issuer: KeyPair): Buffer => sequence(body, ecdsaSha256, bits(signBytes(body, issuer.privateKey)));

const serialFrom = (random: Random): Buffer => {
  const bytes = Buffer.from(random(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
};

/** Makes the organism's root: a P-256 key and its self-signed certificate, which may only certify people directly. */
export const createRoot = (parts: { readonly organism: string; readonly at: string; readonly random: Random }): Root => {
  const key = makeKey();
  const body = rootBody({ organism: parts.organism, stamp: stampOfInstant(parts.at), serial: serialFrom(parts.random), point: key.point });
  return { certificate: certify(body, key), privateKey: key.privateKey.export({ type: 'pkcs8', format: 'der' }) };
};

/** Certifies a one-time public key for one person, valid from the instant given. */
export const issueLeaf = (parts: {
  readonly root: Root;
  readonly signer: Signer;
  readonly at: string;
  readonly point: Buffer;
  readonly random: Random;
}): Buffer => {
  const { organism, point } = readRoot(parts.root.certificate);
  const key = readKey(parts.root.privateKey);
  if (!key.point.equals(point)) throw new Error('the private key is not that of the root certificate');
  const facts = { organism, stamp: stampOfInstant(parts.at), serial: serialFrom(parts.random), point: parts.point, signer: parts.signer };
  return certify(leafBody(facts, point), key);
};

const nameParts = (name: Node): Map<string, string> => {
  const parts = new Map<string, string>();
  for (const item of readAll(name.content)) {
    const pair = children(readAll(item.content), 0, tags.sequence);
    parts.set(child(pair, 0, tags.oid).whole.toString('hex'), textOf(child(pair, 1, tags.utf8)));
  }
  return parts;
};
const part = (parts: Map<string, string>, type: string): string => parts.get(oid(type).toString('hex')) ?? '';

const open = (certificate: Uint8Array): RootFacts & { readonly subject: Map<string, string>; readonly body: Buffer; readonly signature: Buffer } => {
  const outer = children(readAll(Buffer.from(certificate)), 0, tags.sequence);
  const body = child(outer, 0, tags.sequence);
  const fields = readAll(body.content);
  const from = children(fields, 4, tags.sequence)[0] ?? refuse('certificate-shape');
  const point = child(children(fields, 6, tags.sequence), 1, tags.bits).content.subarray(1);
  return {
    organism: part(nameParts(child(fields, 3, tags.sequence)), ids.organization),
    stamp: stampOf(from),
    serial: child(fields, 1, tags.integer).content,
    point,
    subject: nameParts(child(fields, 5, tags.sequence)),
    body: body.whole,
    signature: child(outer, 2, tags.bits).content.subarray(1),
  };
};

const opened = new WeakMap<Uint8Array, RootFacts>();

/** Reads a root certificate of our exact shape and checks its own signature; anything else is refused. */
export const readRoot = (certificate: Uint8Array): RootFacts => {
  const known = opened.get(certificate);
  if (known !== undefined) return known;
  const { organism, stamp, serial, point, body, signature } = open(certificate);
  const facts = { organism, stamp, serial, point };
  if (!rootBody(facts).equals(body) || !sequence(body, ecdsaSha256, bits(signature)).equals(certificate)) refuse('root-shape');
  if (!checkBytes(body, point, signature)) refuse('root-signature');
  opened.set(certificate, facts);
  return facts;
};

/** Reads a one-time certificate of our exact shape, issued by the root given; anything else is refused. */
export const readLeaf = (certificate: Uint8Array, root: RootFacts): LeafFacts => {
  const { organism, stamp, serial, point, subject, body, signature } = open(certificate);
  const unit = part(subject, ids.unit);
  const capacity = unit === capacityName.member ? 'member' : unit === capacityName.lead ? 'lead' : refuse('certificate-shape');
  const facts: LeafFacts = { organism, stamp, serial, point, signer: { name: part(subject, ids.commonName), capacity, quality: part(subject, ids.title) } };
  if (!sequence(body, ecdsaSha256, bits(signature)).equals(certificate)) refuse('certificate-shape');
  if (organism !== root.organism || !checkBytes(body, root.point, signature)) refuse('certificate-foreign', { name: facts.signer.name });
  return leafBody(facts, root.point).equals(body) ? facts : refuse('certificate-shape');
};

/** A certificate as PEM text. */
export const pemOf = (certificate: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate)
    .toString('base64')
    .replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`;

/** The certificates of a PEM text, at most 64; other text around them is ignored. */
export const certificatesOf = (pem: string): Buffer[] =>
  pem
    .split('-----BEGIN CERTIFICATE-----')
    .slice(1, 65)
    .map((block) => Buffer.from(block.split('-----END CERTIFICATE-----')[0] ?? '', 'base64'));

/** The SHA-256 of a certificate, lowercase hexadecimal. */
export const fingerprintOf = (certificate: Uint8Array): string => createHash('sha256').update(certificate).digest('hex');
