// Lets the browser make or show a passkey, and sends what it signed as an ordinary form. Without this file the page says
// that passkeys need it, and offers the other ways.
const TOO_OLD = 'This browser does not know passkeys. Use another way, or a newer browser.';
const STOPPED = 'Your passkey was not used. Try again, or use another way.';
const KNOWN_ALREADY = 'This device has a passkey for this account already.';

for (const place of document.querySelectorAll('[data-passkey]')) setUp(place);

function setUp(place) {
  const without = place.querySelector('[data-passkey-without]');
  if (typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON !== 'function') {
    without.textContent = TOO_OLD;
    return;
  }
  const form = place.querySelector('form');
  const problem = place.querySelector('[data-passkey-problem]');
  without.hidden = true;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    // A passkey without its name would be made in vain: the server says what is missing.
    if (form.elements.name?.value.trim() === '') return;
    event.preventDefault();
    problem.hidden = true;
    ask(place).then(
      (credential) => {
        form.elements.response.value = JSON.stringify(credential);
        form.submit();
      },
      (error) => {
        problem.textContent = error.name === 'InvalidStateError' ? KNOWN_ALREADY : STOPPED;
        problem.hidden = false;
      },
    );
  });
}

/** Asks the server what is to be signed, and the browser to have it signed. */
async function ask(place) {
  const answer = await fetch(place.dataset.challenge, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  const options = await answer.json();
  if (place.dataset.passkey === 'create') {
    return navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
    });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
