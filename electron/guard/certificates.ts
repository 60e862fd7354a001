import type { Session } from 'electron';

const refused = -2;

/** No server's certificate is ever accepted: nothing of the program has a server to speak to. */
export function refuseCertificates(session: Session): void {
  session.setCertificateVerifyProc((_request, answer) => answer(refused));
}
