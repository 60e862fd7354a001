import type { App } from 'electron';

/** No password and no certificate of the person is given to whoever asks, and no faulty certificate is let through. */
export function refuseCredentials(app: App): void {
  app.on('login', (event, _contents, _details, _proxy, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('select-client-certificate', (event, _contents, _address, _list, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('certificate-error', (event, _contents, _address, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}
