/** What a section is about, as a small ring: whole, open at one side, seen through, looked at, two that hold each other. */
export type MarkKind = 'whole' | 'open' | 'dashed' | 'eye' | 'linked'

/** A ring before a heading. It says nothing that the heading does not say. */
export function Mark({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg className={`promise-mark ${kind}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {kind === 'linked' ? (
        <>
          <circle cx="8.5" cy="12" r="6" />
          <circle cx="15.5" cy="12" r="6" />
        </>
      ) : (
        <circle cx="12" cy="12" r="9" pathLength="100" />
      )}
      {kind === 'eye' && <circle className="pupil" cx="12" cy="12" r="3" />}
    </svg>
  )
}
