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
import type { Judgement } from '@/lib/connection-form/judge'
import type { Finding } from '@/lib/connection-form/rules/rule'
import type { Surroundings } from '@/lib/connection-form/surroundings'
import type { adviceOfDevices } from '@/lib/peer-config/advice'

import type { Around } from './use-around'

/** Runs the rules in the pauses of typing and tells those who subscribed; a component reads its part. */
export interface Judge {
  /** What the page knows of the cloud now, for the schema that checks on OK. */
  known: () => Surroundings
  board: AdviceBoard
  subscribe: (onChange: () => void) => () => void
  read: () => Judgement
  /** Brings the rules into the page; nobody needs them before the form is used. */
  wake: () => void
  /**
   * Judges the values as they are now, once what comes after the page is here, and posts it. Throws when the rules
   * cannot be had.
   */
  judgeNow: () => Promise<void>
}

const JudgementContext = createContext<Judgement | undefined>(undefined)

/** Gives each new judgement to the components below, as a transition: React interrupts it to answer a key. */
export function JudgeProvider({ judge, children }: { judge: Judge; children: ReactNode }) {
  const [judgement, setJudgement] = useState(judge.read)
  useEffect(() => judge.subscribe(() => startTransition(() => setJudgement(judge.read()))), [judge])
  return <JudgementContext value={judgement}>{children}</JudgementContext>
}

/** What is said about the whole form, as of the last pause. */
export function useJudgement(): Judgement {
  const judgement = use(JudgementContext)
  if (!judgement) throw new Error('Only inside the form of a connection.')
  return judgement
}

interface JudgeOptions<Values extends FieldValues> {
  /** What the form knows of the cloud. */
  around: Around
  /** Brings what judges such a form. */
  load: () => Promise<(values: Values, known: Surroundings) => Judgement>
  /** The judgement of the form as it was served. */
  initial: Judgement
}

export function useNewJudge<Values extends FieldValues>(
  methods: UseFormReturn<Values>,
  { around: { surroundings, whole }, load, initial }: JudgeOptions<Values>,
): Judge {
  const latest = useRef(surroundings)
  const judge = useMemo(
    () => createJudge(methods, { known: () => latest.current, whole }, load, initial),
    // Made once for each form: `load` and `initial` are used at that moment only, and later ones are ignored.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [methods.control],
  )
  useEffect(() => {
    latest.current = surroundings
    judge.again()
    // What was wrong may be right now: a gateway that was created, a zone of another region.
    const wrong = wrongFields(methods.control._formState.errors)
    if (wrong.length > 0) void methods.trigger(wrong as FieldPath<Values>[])
  }, [surroundings, judge, methods])
  useEffect(() => judge.stop, [judge])
  return judge
}

function createJudge<Values extends FieldValues>(
  { subscribe: follow, getValues }: UseFormReturn<Values>,
  { known, whole }: { known: () => Surroundings; whole: () => Promise<unknown> },
  load: JudgeOptions<Values>['load'],
  initial: Judgement,
): Judge & { again: () => void; stop: () => void } {
  const board = createAdviceBoard()
  const listeners = new Set<() => void>()
  let current = initial
  let judgeNow: Awaited<ReturnType<JudgeOptions<Values>['load']>> | undefined
  let ofDevices: typeof adviceOfDevices | undefined
  let unfollow: (() => void) | undefined
  let isDue = false

  const now = () => {
    if (!judgeNow) return
    current = withDevices(judgeNow(getValues(), known()), ofDevices?.(getValues(), known(), again))
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
    known,
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
        .then(async (judge) => {
          // To evaluate the rules and to judge with them for the first time is too much for one pause.
          await typingPause()
          if (!unfollow) return
          judgeNow = judge
          now()
          const { adviceOfDevices } = await import('@/lib/peer-config/advice')
          ofDevices = adviceOfDevices
          await typingPause()
          now()
        }, sleep)
    },
    judgeNow: async () => {
      judgeNow ??= await load()
      await whole()
      now()
    },
    again,
    stop: sleep,
  }
}

/** What a device cannot do says more than that it is weak; an error of the rules comes before both. */
function withDevices(judgement: Judgement, more: ReadonlyMap<string, Finding> | undefined) {
  if (!more || more.size === 0) return judgement
  const errors = [...judgement.advice].filter(([, { severity }]) => severity === 'error')
  return { ...judgement, advice: new Map([...judgement.advice, ...more, ...errors]) }
}

/** One button above the fields sets all algorithms; a button at each weak one would only repeat it. */
const withoutWeakFixes = (advice: Judgement['advice']) =>
  new Map(
    [...advice].map(([path, { fix, ...finding }]) => [
      path,
      { ...finding, ...(fix && finding.rule !== 'crypto.weak' && { fix }) },
    ]),
  )
