/** Longer than this, in letters, a question is set smaller to stay on its card. */
const longCard = 110

/** Eight cards, to cut out along the dashed lines. */
export function CardPage({ cards }: { readonly cards: readonly string[] }) {
  return (
    <ol className="paper-cards">
      {cards.map((text) => (
        <li key={text} className={text.length > longCard ? 'long' : ''}>
          <p dir="auto">{text}</p>
        </li>
      ))}
    </ol>
  )
}
