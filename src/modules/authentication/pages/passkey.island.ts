/// <reference lib="dom" />
export {};

/** Speaks with the device about passkeys (W3C WebAuthn 3): asks the server what to ask, and puts the answer into the form. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) prepare(form);

function prepare(form: HTMLFormElement): void {
  const message = form.querySelector<HTMLElement>('[data-passkey-message]')!;
  if (!('PublicKeyCredential' in window) || !('parseCreationOptionsFromJSON' in PublicKeyCredential)) {
    message.textContent = form.dataset['missing'] ?? '';
    return;
  }
  message.textContent = '';
  message.setAttribute('role', 'alert');
  form.querySelector<HTMLElement>('[data-passkey-button]')!.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    message.textContent = '';
    ask(form).catch(() => (message.textContent = form.dataset['refused'] ?? ''));
  });
}

async function ask(form: HTMLFormElement): Promise<void> {
  const csrf = form.querySelector<HTMLInputElement>('input[name=_csrf]')!.value;
  const sent = await fetch(`${new URL(form.action).pathname}/options`, { method: 'POST', headers: { accept: 'application/json', 'x-csrf-token': csrf } });
  if (sent.status === 401) return location.reload();
  if (!sent.ok) throw new Error(String(sent.status));
  const options: unknown = await sent.json();
  const credential =
    form.dataset['passkey'] === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
  form.querySelector<HTMLInputElement>('input[name=answer]')!.value = JSON.stringify(credential);
  form.submit();
}
