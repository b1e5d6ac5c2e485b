import { useState } from 'react'
import type { Member } from '../../../shared/circle/circle'
import { leave } from '../../../shared/travel/forget'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words'
import type { WriteOutcome } from './own-text'
import { Part, type PartProps } from './part'

interface MembersPartProps extends PartProps {
  readonly onGiveAlong: (member: Member) => Promise<WriteOutcome>
}

/** Who is in the circle, and what goes with somebody who leaves. */
export function MembersPart({ open, asking, onAsk, onWrite, onGiveAlong }: MembersPartProps) {
  const words = useWords().console.circle
  const [chosen, setChosen] = useState<Member | null>(null)
  const going = asking === 'leaves' ? chosen : null
  const ask = (member: Member | null) => {
    setChosen(member)
    onAsk(member === null ? null : 'leaves')
  }
  return (
    <Part
      title={words.members}
      step={going === null ? 'all' : `leaves-${going.id}`}
      onBack={going === null ? null : () => ask(null)}
    >
      {going === null ? (
        <>
          <p className="soft small">{words.membersMore}</p>
          <div className="row names-row">
            {open.circle.members.map((member) => (
              <Button key={member.id} label={words.leaves(member.name)} onPress={() => ask(member)}>
                <bdi>{member.name}</bdi>
              </Button>
            ))}
          </div>
        </>
      ) : (
        <Leaving
          member={going}
          open={open}
          onGiveAlong={onGiveAlong}
          onBack={() => ask(null)}
          onForget={() => void onWrite((state) => leave(state, going.id)).then((done) => done && ask(null))}
        />
      )}
    </Part>
  )
}

interface LeavingProps extends Pick<MembersPartProps, 'open' | 'onGiveAlong'> {
  readonly member: Member
  readonly onForget: () => void
  readonly onBack: () => void
}

function Leaving({ member, open, onGiveAlong, onForget, onBack }: LeavingProps) {
  const words = useWords().console.circle
  const [came, setCame] = useState<WriteOutcome | null>(null)
  const commitments = open.commitments.filter((commitment) => commitment.member === member.id).length
  const lines = open.kept
    .flatMap((kept) => kept.lines)
    .filter(({ owner }: { readonly owner: string | null }) => owner === member.id).length
  const said: Record<WriteOutcome, string> = {
    written: words.taken,
    left: words.left,
    failed: words.notWritten,
  }
  return (
    <>
      <h3 dir="auto">{words.leaves(member.name)}</h3>
      <p dir="auto">{words.leaving(member.name, commitments, lines)}</p>
      <div className="row">
        <Button kind="filled" onPress={onForget}>
          {words.forgetMember(member.name)}
        </Button>
        {commitments + lines > 0 && (
          <Button onPress={() => void onGiveAlong(member).then(setCame)}>{words.takes(member.name)}</Button>
        )}
        <Button kind="quiet" keyName="Esc" onPress={onBack}>
          {words.back}
        </Button>
      </div>
      <p role="status">{came !== null && said[came]}</p>
    </>
  )
}
