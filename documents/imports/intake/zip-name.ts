import { crc32 } from 'node:zlib';
import { refuseIntake } from './manifest.ts';

/** Page 850 above 127: what French Windows takes for DOS; its small letters stand as in page 437. */
const page850 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Text in UTF-8, or null when the bytes are not. */
const utf8 = (bytes: Buffer): string | null => {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : null;
};
const dos = (bytes: Buffer): string => [...bytes].map((byte) => (byte < 128 ? String.fromCharCode(byte) : (page850[byte - 128] ?? '\ufffd'))).join('');

/** What a header and a Unicode path have in common: the plain characters, less those that stand for a lost one. */
const skeleton = (name: string): string => name.replace(/#U[\da-f]{4}|#L[\da-f]{6}|[^ -~]|[_?]/gi, '');

/**
 * The name of a file: UTF-8 where a flag says so or where it can be read so, page 850 otherwise; the Unicode path of Info-ZIP comes first.
 * Source: APPNOTE.TXT 4.6.9 and appendix D.
 */
export const decodeName = (raw: Buffer, isUtf8: boolean, unicodePaths: readonly Buffer[]): string => {
  const shown = raw.subarray(0, 120).toString('latin1');
  const header = utf8(raw) ?? (isUtf8 ? refuseIntake('name-unreadable', shown) : dos(raw));
  const [field, another] = unicodePaths;
  if (field === undefined) return header;
  if (another !== undefined || field.length < 6 || field.readUInt8(0) !== 1 || field.readUInt32LE(1) !== crc32(raw))
    return refuseIntake('headers-disagree', shown);
  const told = utf8(field.subarray(5)) ?? refuseIntake('name-unreadable', shown);
  const agree = isUtf8 ? told === header : skeleton(told) === skeleton(header);
  return agree ? told : refuseIntake('headers-disagree', shown);
};
