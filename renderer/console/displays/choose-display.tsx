import type { DisplayFacts } from '../../../shared/desktop-api'
import { desktop } from '../../desktop'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import './displays.css'
import { useDisplays } from './use-displays'

function DisplayRow({ display, swaps }: { readonly display: DisplayFacts; readonly swaps: boolean }) {
  const words = useWords().console.displays
  const put = () => void desktop().chooseStageDisplay(display.id)
  return (
    <li className="row" data-display={display.number} data-holds={display.holds}>
      <bdi>{words.name(display.number, display.label)}</bdi>
      <span className="soft tabular">{words.size(display.width, display.height)}</span>
      <span className="spring" />
      {display.holds === 'console' && <span className="soft">{words.consoleIsHere}</span>}
      {display.holds === 'console' && swaps && (
        <Button kind="quiet" onPress={put}>
          {words.changePlaces}
        </Button>
      )}
      {display.holds !== 'console' && (
        <Button pressed={display.holds === 'stage'} onPress={put}>
          {display.holds === 'stage' ? words.wallIsHere : words.putHere}
        </Button>
      )}
    </li>
  )
}

/** Which display has the wall: a line and a button each. */
export function ChooseDisplay() {
  const words = useWords().console.displays
  const state = useDisplays()
  if (state === null) return null
  return (
    <fieldset>
      <legend>{words.title}</legend>
      {state.displays.length < 2 ? (
        <p className="soft">{words.one}</p>
      ) : (
        <ul className="displays">
          {state.displays.map((display) => (
            <DisplayRow
              key={display.id}
              display={display}
              swaps={state.displays.some(({ holds }) => holds === 'stage')}
            />
          ))}
        </ul>
      )}
      <Button kind="quiet" onPress={() => void desktop().showNumbers()}>
        {words.showNumbers}
      </Button>
    </fieldset>
  )
}
