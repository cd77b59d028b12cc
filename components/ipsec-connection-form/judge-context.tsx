'use client'
import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

import { type AdviceBoard, createAdviceBoard } from '@/components/form/advice'
import { typingPause } from '@/components/form/typing-pause'
import { wrongFields } from '@/components/form/use-field'
import type { Judgement } from '@/lib/attach-form/judge'
import type { AttachFacts } from '@/lib/connection-form/facts'

/** Judges the form in the pauses of typing. Who shows a part of the judgement follows it from here. */
export interface Judge {
  facts: () => AttachFacts
  board: AdviceBoard
  subscribe: (onChange: () => void) => () => void
  read: () => Judgement
  /** Brings the rules into the page; nobody needs them before the form is used. */
  wake: () => void
}

const JudgeContext = createContext<Judge | undefined>(undefined)

const JudgementContext = createContext<Judgement | undefined>(undefined)

/** Hands each judgement down. What shows it is drawn in small pieces, between which keys are answered. */
export function JudgeProvider({ judge, children }: { judge: Judge; children: ReactNode }) {
  const [judgement, setJudgement] = useState(judge.read)
  useEffect(() => judge.subscribe(() => startTransition(() => setJudgement(judge.read()))), [judge])
  return (
    <JudgeContext value={judge}>
      <JudgementContext value={judgement}>{children}</JudgementContext>
    </JudgeContext>
  )
}

export function useJudge(): Judge {
  const judge = use(JudgeContext)
  if (!judge) throw new Error('Only inside the form of a connection.')
  return judge
}

/** What is said about the whole form, as of the last pause. */
export function useJudgement(): Judgement {
  const judgement = use(JudgementContext)
  if (!judgement) throw new Error('Only inside the form of a connection.')
  return judgement
}

interface JudgeOptions<Values extends FieldValues> {
  /** What the page knows of the cloud; new after each reading. */
  facts: AttachFacts
  /** Brings what judges such a form. */
  load: () => Promise<(values: Values, facts: AttachFacts) => Judgement>
  /** The judgement of the form as it was served. */
  initial: Judgement
}

export function useNewJudge<Values extends FieldValues>(
  methods: UseFormReturn<Values>,
  { facts: known, load, initial }: JudgeOptions<Values>,
): Judge {
  const facts = useRef(known)
  const judge = useMemo(
    () => createJudge(methods, () => facts.current, load, initial),
    // A form has one judge for life; `load` and `initial` are of its birth.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [methods.control],
  )
  useEffect(() => {
    facts.current = known
    judge.again()
    // What was wrong may be right now: a gateway that was created, a zone of another region.
    const wrong = wrongFields(methods.control._formState.errors)
    if (wrong.length > 0) void methods.trigger(wrong as FieldPath<Values>[])
  }, [known, judge, methods])
  useEffect(() => judge.stop, [judge])
  return judge
}

function createJudge<Values extends FieldValues>(
  { subscribe: follow, getValues }: UseFormReturn<Values>,
  facts: () => AttachFacts,
  load: JudgeOptions<Values>['load'],
  initial: Judgement,
): Judge & { again: () => void; stop: () => void } {
  const board = createAdviceBoard()
  const listeners = new Set<() => void>()
  let current = initial
  let judgeNow: Awaited<ReturnType<JudgeOptions<Values>['load']>> | undefined
  let unfollow: (() => void) | undefined
  let isDue = false

  const now = () => {
    if (!judgeNow) return
    current = judgeNow(getValues(), facts())
    board.post(withoutWeakFixes(current.advice))
    for (const listener of listeners) listener()
  }
  const again = () => {
    if (isDue) return
    isDue = true
    void typingPause().then(() => {
      isDue = false
      now()
    })
  }
  const sleep = () => {
    unfollow?.()
    unfollow = undefined
    judgeNow = undefined
  }
  return {
    facts,
    board,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    read: () => current,
    wake: () => {
      if (unfollow) return
      unfollow = follow({ formState: { values: true }, callback: again })
      void typingPause()
        .then(load)
        // Without the network the rules come when the form is touched next.
        .then((judge) => {
          judgeNow = judge
          now()
        }, sleep)
    },
    again,
    stop: sleep,
  }
}

/** One button above the fields sets all algorithms; a button at each weak one would only repeat it. */
const withoutWeakFixes = (advice: Judgement['advice']) =>
  new Map(
    [...advice].map(([path, { fix, ...finding }]) => [
      path,
      { ...finding, ...(fix && finding.rule !== 'crypto.weak' && { fix }) },
    ]),
  )
