import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button'
import { useWords } from '../words/words'

function Broken() {
  const { trouble } = useWords().console
  return (
    <main className="page">
      <section className="card" role="alert">
        <p className="lead">{trouble.broke}</p>
        <Button kind="filled" onPress={() => window.location.reload()}>
          {trouble.goOn}
        </Button>
      </section>
    </main>
  )
}

/** When a screen breaks: a sentence, and a way back to where the session was. The log names the kind of fault only. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override componentDidCatch(fault: Error): void {
    console.error(`A screen stopped: ${fault.name}`)
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children
  }
}
