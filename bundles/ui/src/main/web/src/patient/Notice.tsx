const EMERGENCY_NUMBERS = /\b(103|112)\b/;

/** Stands above the chat, always. The emergency numbers can be dialled by a tap. */
export function Notice({ text }: { text: string }) {
  return (
    <p className="notice" role="note">
      {text.split(EMERGENCY_NUMBERS).map((part, index) => (index % 2 === 1 ? <a key={index} href={`tel:${part}`}>{part}</a> : part))}
    </p>
  );
}
