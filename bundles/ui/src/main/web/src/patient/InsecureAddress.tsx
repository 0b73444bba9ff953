import { fill, useLanguage } from './language';
import { Plain } from './Plain';

/** Over plain HTTP neither the session's cookie nor the camera works, localhost excepted; the link goes on with its fragment. */
export function InsecureAddress() {
  const { texts } = useLanguage();
  const address = `https://${location.hostname}${location.pathname}`;
  return (
    <Plain>
      <section className="card" role="alert">
        <h1>{texts.insecure.title}</h1>
        <p>{texts.insecure.text}</p>
        <p><a href={address + location.hash}>{fill(texts.insecure.open, { address })}</a></p>
      </section>
    </Plain>
  );
}
