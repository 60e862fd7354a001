import { createHash } from 'node:crypto';
import { readLeaf, readRoot, type LeafFacts, type RootFacts } from './certificate.ts';
import { child, children, context, der, integer, octets, oid, readAll, readFirst, sequence, setOf, sorted, tags } from './der.ts';
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

const assemble = (parts: { readonly digest: Uint8Array; readonly leaf: Buffer; readonly root: Buffer; readonly signature: Buffer }): Buffer => {
  const { issuer, serial } = issuerAndSerial(parts.leaf);
  const signed = attributes(parts.digest, parts.leaf);
  const signerInfo = sequence(integer(1), sequence(issuer, serial), sha256, context(0, signed), ecdsaSha256, octets(parts.signature));
  const signedData = sequence(integer(1), setOf(sha256), sequence(oid(ids.data)), context(0, ...sorted([parts.leaf, parts.root])), setOf(signerInfo));
  return sequence(oid(ids.signedData), context(0, signedData));
};

/** A detached CAdES B-B signature over a SHA-256 digest: one signer, leaf and root inside, DER (ETSI EN 319 122-1, 319 142-1). */
export const writeCms = (parts: { readonly digest: Uint8Array; readonly key: KeyPair; readonly leaf: Uint8Array; readonly root: Uint8Array }): Buffer => {
  const leaf = Buffer.from(parts.leaf);
  const signature = signBytes(der(tags.set, attributes(parts.digest, leaf)), parts.key.privateKey);
  return assemble({ digest: parts.digest, leaf, root: Buffer.from(parts.root), signature });
};

/** What a signature of our shape carries. */
export interface CmsFacts {
  readonly leaf: Buffer;
  readonly leafFacts: LeafFacts;
  readonly root: Buffer;
  readonly rootFacts: RootFacts;
}

/** Reads the certificates and the signature of `padded`, rebuilds the whole for `digest` and refuses the first difference; what follows must be zeros. */
export const readCms = (padded: Buffer, digest: Uint8Array, sameRoot: Buffer | null): CmsFacts => {
  const { whole } = readFirst(padded);
  if (padded.subarray(whole.length).some((byte) => byte !== 0)) refuse('contents-padding');
  const data = children(children(children(readAll(whole), 0, tags.sequence), 1, 0xa0), 0, tags.sequence);
  const certificates = children(data, 3, 0xa0).map((node) => node.whole);
  const signature = child(children(children(data, 4, tags.set), 0, tags.sequence), 5, tags.octets).content;
  if (certificates.length !== 2) return refuse('cms-shape');
  const selfIssued = (certificate: Buffer): boolean => {
    const fields = readAll(child(children(readAll(certificate), 0, tags.sequence), 0, tags.sequence).content);
    return child(fields, 3, tags.sequence).whole.equals(child(fields, 5, tags.sequence).whole);
  };
  const found = certificates.find(selfIssued) ?? refuse('cms-shape');
  const root = sameRoot?.equals(found) ? sameRoot : found;
  const leaf = certificates.find((certificate) => certificate !== found) ?? refuse('cms-shape');
  if (sameRoot !== null && root !== sameRoot) refuse('certificate-foreign');
  const rootFacts = readRoot(root);
  const leafFacts = readLeaf(leaf, rootFacts);
  const expected = assemble({ digest, leaf, root, signature });
  if (!expected.equals(whole)) {
    const claimed = children(readAll(child(children(children(data, 4, tags.set), 0, tags.sequence), 3, 0xa0).content), 1, tags.sequence);
    const same = child(readAll(child(claimed, 1, tags.set).content), 0, tags.octets).content.equals(digest);
    refuse(same ? 'cms-shape' : 'digest-differs', { name: leafFacts.signer.name });
  }
  if (!checkBytes(der(tags.set, attributes(digest, leaf)), leafFacts.point, signature)) refuse('signature-false', { name: leafFacts.signer.name });
  return { leaf, leafFacts, root, rootFacts };
};
