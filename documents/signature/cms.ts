import { createHash } from 'node:crypto';
import { readLeaf, readRoot, type LeafFacts, type RootFacts } from './certificate.ts';
import { child, children, context, der, integer, octets, oid, readAll, readFirst, sequence, setOf, sorted, tags, type Node } from './der.ts';
import { readImported, type ImportedFacts } from './imported.ts';
import { isSignedBy, longestSignature, signAsOwner, signatureAlgorithm, type OwnCertificate } from './imported-key.ts';
import { checkBytes, signBytes, type KeyPair } from './keys.ts';
import { refuse } from './refusal.ts';

const ids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
} as const;
const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'));
const ecdsaSha256 = sequence(oid('1.2.840.10045.4.3.2'));
const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const issuerAndSerial = (leaf: Buffer): { readonly issuer: Buffer; readonly serial: Buffer } => {
  const body = readAll(child(children(readAll(leaf), 0, tags.sequence), 0, tags.sequence).content);
  return { issuer: child(body, 3, tags.sequence).whole, serial: child(body, 1, tags.integer).whole };
};

/** The signed attributes of CAdES B-B without signing-time (PAdES puts it in /M): sorted content of the SET. */
const attributes = (digest: Uint8Array, leaf: Buffer): Buffer => {
  const { issuer, serial } = issuerAndSerial(leaf);
  const reference = sequence(octets(digestOf(leaf)), sequence(sequence(der(0xa4, issuer)), serial));
  return Buffer.concat(
    sorted([
      sequence(oid(ids.contentType), setOf(oid(ids.data))),
      sequence(oid(ids.messageDigest), setOf(octets(digest))),
      sequence(oid(ids.signingCertificate), setOf(sequence(sequence(reference)))),
    ]),
  );
};

interface Parts {
  readonly digest: Uint8Array;
  readonly leaf: Buffer;
  /** The certificates inside: leaf and root, or an imported leaf alone. */
  readonly certificates: readonly Buffer[];
  readonly algorithm: Buffer;
  readonly signature: Buffer;
}

const assemble = (parts: Parts): Buffer => {
  const { issuer, serial } = issuerAndSerial(parts.leaf);
  const signed = attributes(parts.digest, parts.leaf);
  const signerInfo = sequence(integer(1), sequence(issuer, serial), sha256, context(0, signed), parts.algorithm, octets(parts.signature));
  const signedData = sequence(integer(1), setOf(sha256), sequence(oid(ids.data)), context(0, ...sorted(parts.certificates)), setOf(signerInfo));
  return sequence(oid(ids.signedData), context(0, signedData));
};

/** A detached CAdES B-B signature over a SHA-256 digest: one signer, leaf and root inside, DER (ETSI EN 319 122-1, 319 142-1). */
export const writeCms = (parts: { readonly digest: Uint8Array; readonly key: KeyPair; readonly leaf: Uint8Array; readonly root: Uint8Array }): Buffer => {
  const leaf = Buffer.from(parts.leaf);
  const signature = signBytes(der(tags.set, attributes(parts.digest, leaf)), parts.key.privateKey);
  return assemble({ digest: parts.digest, leaf, certificates: [leaf, Buffer.from(parts.root)], algorithm: ecdsaSha256, signature });
};

const ownParts = (digest: Uint8Array, { certificate, facts }: Pick<OwnCertificate, 'certificate' | 'facts'>, signature: Buffer): Parts => ({
  digest,
  leaf: certificate,
  certificates: [certificate],
  algorithm: signatureAlgorithm(facts.algorithm),
  signature,
});

/** The same with a certificate made elsewhere, alone inside: nothing of the organism's root vouches for it. */
export const writeOwnCms = (digest: Uint8Array, own: OwnCertificate): Buffer =>
  assemble(ownParts(digest, own, signAsOwner(der(tags.set, attributes(digest, own.certificate)), own)));

/** The most bytes that a signature with this certificate takes. */
export const sizeOfOwnCms = (own: Pick<OwnCertificate, 'certificate' | 'facts'>): number =>
  assemble(ownParts(Buffer.alloc(32), own, Buffer.alloc(longestSignature(own.facts.algorithm)))).length;

/** What a signature of our shape carries: a one-time certificate under the organism's root, or a certificate made elsewhere. */
export type CmsFacts =
  | { readonly kind: 'organism'; readonly leaf: Buffer; readonly leafFacts: LeafFacts; readonly root: Buffer; readonly rootFacts: RootFacts }
  | { readonly kind: 'imported'; readonly leaf: Buffer; readonly facts: ImportedFacts };

const isSelfIssued = (certificate: Buffer): boolean => {
  const fields = readAll(child(children(readAll(certificate), 0, tags.sequence), 0, tags.sequence).content);
  return child(fields, 3, tags.sequence).whole.equals(child(fields, 5, tags.sequence).whole);
};

/** Refuses a CMS that is not the one rebuilt, by the reason that a person must know first: the content changed, or the shape. */
const refuseDifference = (data: readonly Node[], digest: Uint8Array, name: string): never => {
  const claimed = children(readAll(child(children(children(data, 4, tags.set), 0, tags.sequence), 3, 0xa0).content), 1, tags.sequence);
  const same = child(readAll(child(claimed, 1, tags.set).content), 0, tags.octets).content.equals(digest);
  return refuse(same ? 'cms-shape' : 'digest-differs', { name });
};

/**
 * Reads the certificates and the signature of `padded`, rebuilds the whole for `digest` and refuses the first difference; what follows must be zeros.
 * `name` is who an imported certificate stands for: that of a one-time certificate is its own.
 */
export const readCms = (padded: Buffer, digest: Uint8Array, sameRoot: Buffer | null, name: string): CmsFacts => {
  const { whole } = readFirst(padded);
  if (padded.subarray(whole.length).some((byte) => byte !== 0)) refuse('contents-padding');
  const data = children(children(children(readAll(whole), 0, tags.sequence), 1, 0xa0), 0, tags.sequence);
  const certificates = children(data, 3, 0xa0).map((node) => node.whole);
  const signature = child(children(children(data, 4, tags.set), 0, tags.sequence), 5, tags.octets).content;
  const [alone] = certificates;
  if (certificates.length === 1 && alone !== undefined) {
    const facts = readImported(alone);
    if (!assemble(ownParts(digest, { certificate: alone, facts }, signature)).equals(whole)) refuseDifference(data, digest, name);
    if (!isSignedBy(der(tags.set, attributes(digest, alone)), facts, signature)) refuse('signature-false', { name });
    return { kind: 'imported', leaf: alone, facts };
  }
  if (certificates.length !== 2) return refuse('cms-shape');
  const found = certificates.find(isSelfIssued) ?? refuse('cms-shape');
  const root = sameRoot?.equals(found) ? sameRoot : found;
  const leaf = certificates.find((certificate) => certificate !== found) ?? refuse('cms-shape');
  if (sameRoot !== null && root !== sameRoot) refuse('certificate-foreign');
  const rootFacts = readRoot(root);
  const leafFacts = readLeaf(leaf, rootFacts);
  const expected = assemble({ digest, leaf, certificates: [leaf, root], algorithm: ecdsaSha256, signature });
  if (!expected.equals(whole)) refuseDifference(data, digest, leafFacts.signer.name);
  if (!checkBytes(der(tags.set, attributes(digest, leaf)), leafFacts.point, signature)) refuse('signature-false', { name: leafFacts.signer.name });
  return { kind: 'organism', leaf, leafFacts, root, rootFacts };
};
