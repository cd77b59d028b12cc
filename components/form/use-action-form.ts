'use client'
import { QueryClientContext } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { use, useEffect, useRef, useState } from 'react'
import {
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
  get,
  set,
  useForm,
  type UseFormReturn,
} from 'react-hook-form'
import type { z } from 'zod'

import { answerOf } from '@/lib/failure/in-browser'
import { message } from '@/lib/i18n/message'
import { notify } from '@/lib/notices/store'
import { newOperationId } from '@/lib/operations/new-operation-id'
import type { ActionFailure, ActionResult } from '@/lib/request/result'
import type { checkOf } from '@/lib/text/reading'

import type { Advice } from './advice'
import { allRowsAwake } from './awake-rows'
import { focusFirstError } from './focus'
import { typingPause } from './typing-pause'
import { useUnsavedGuard } from './use-unsaved-guard'
import { keyOf, unseen, type Warning } from './warnings'

/** Milliseconds a check in the browser may keep a press waiting; the server checks all of it again. */
const CHECK_PATIENCE = 5000

/** A schema of zod, or another check in the shape that the resolver takes. */
type Check<Values extends FieldValues> =
  | z.ZodType<unknown, Values>
  | ReturnType<typeof checkOf<Values>>

interface ActionFormOptions<Values extends FieldValues, Value> {
  /** What it checks with; a function brings it on the first check, for a page that loads its validator late. */
  schema: Check<Values> | (() => Promise<Check<Values>>)
  defaultValues: Values
  /**
   * A server action made by `action()`: it gets the values as they were typed and checks them again.
   * `nonce`: the same for all presses with the same values.
   */
  action: (values: Values, nonce: string) => Promise<ActionResult<Value>>
  onSuccess: (value: Value) => void | Promise<void>
  /** The rules across its fields, where it has some. */
  rules?: () => Rules
}

interface Rules {
  /** Judges the values as they are now. Throws when the rules cannot be had. */
  judgeNow: () => Promise<void>
  /** The last judgement; the one that came with the page until there is another. */
  read: () => { advice: ReadonlyMap<string, Advice> }
}

const NONE: ReadonlyMap<string, Advice> = new Map()

/** One thing that somebody wants made, however often OK is pressed for it. */
interface Intent {
  nonce: string
  /** A press of it had no clear answer: it may have been done. */
  isUnknown: boolean
}

/** What the server said of a value: true of it until it is changed or sent again. */
interface Refusal {
  path: string
  text: string
  value: unknown
}

/**
 * The one form hook. Checks with the schema, calls the action, puts its field errors on their fields and
 * keeps the rest as `error`; then opens the section of the first error and focuses it. Give all of it to
 * `<Form form={…}>`.
 */
export function useActionForm<Values extends FieldValues, Value>({
  schema,
  defaultValues,
  action,
  onSuccess,
  rules,
}: ActionFormOptions<Values, Value>) {
  const element = useRef<HTMLFormElement>(null)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<ActionFailure | undefined>()
  const [attempts, setAttempts] = useState(0)
  const refusals = useRef<Refusal[]>([])
  const submitting = useRef(false)
  // By the values that were sent: the same values again are the same intent, other values another one.
  const intents = useRef(new Map<string, Intent>())
  // A form that polls nothing does without it, and has no list behind it.
  const queries = use(QueryClientContext)
  const t = useTranslations('ui')
  const seen = useRef(new Set<string>())
  const [warnings, setWarnings] = useState<readonly Warning[]>([])
  const methods = useForm<Values, unknown, unknown>({
    resolver: async (_, context, options) => {
      if (!submitting.current) await typingPause()
      const judged = await inTime(async () => {
        const [{ standardSchemaResolver }, checked] = await Promise.all([
          import('@hookform/resolvers/standard-schema'),
          typeof schema === 'function' ? schema() : schema,
        ])
        // As they are now: they may have changed in the wait.
        return standardSchemaResolver(checked)(methods.getValues(), context, options)
      })
      const values = methods.getValues()
      // The network is away, or the console was replaced: the server checks all of it again and says more.
      if (!judged) return { values, errors: {} }
      const errors = addRefusals(judged.errors, refusals.current, values)
      return Object.keys(errors).length > 0 ? { values: {}, errors } : judged
    },
    // The same shape: react-hook-form only allows it to be partial.
    defaultValues: defaultValues as DefaultValues<Values>,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
    // What the schema makes of the values is the server's business: to the fields the form is its values.
  }) as unknown as UseFormReturn<Values>
  const sent = useRef(false)
  const guard = useUnsavedGuard(
    () => !sent.current && JSON.stringify(methods.getValues()) !== JSON.stringify(defaultValues),
  )

  useEffect(() => {
    const form = element.current
    // After the effect: opening a section renders at once, which React refuses to do within one.
    if (attempts > 0 && form) queueMicrotask(() => focusFirstError(form))
  }, [attempts])

  const run = async () => {
    await inTime(async () => rules?.().judgeNow())
    const news = rules ? unseen(rules().read().advice, seen.current) : []
    for (const warning of news) seen.current.add(keyOf(warning))
    setWarnings(news)
    if (news.length > 0) return
    const values = methods.getValues()
    const content = JSON.stringify(values)
    const intent = intents.current.get(content) ?? { nonce: newOperationId(), isUnknown: false }
    const isOther = !intents.current.has(content)
    intents.current.set(content, intent)
    if (isOther && [...intents.current.values()].some(({ isUnknown }) => isUnknown)) {
      note({ ok: false, message: message('request.otherIntent'), outcome: 'unknown' })
      return
    }
    const result = await answerOf(() => action(values, intent.nonce))
    if (result.ok) {
      sent.current = true
      if (intent.isUnknown)
        notify({ id: `found-${intent.nonce}`, state: 'done', text: t('foundAgain') })
      if (result.busy) {
        const { code, again } = result.busy
        const text = t('sentAgain', { code, count: again + 1 })
        notify({ id: `busy-${intent.nonce}`, state: 'done', text })
      }
      await onSuccess(result.value)
      return
    }
    if (result.outcome === 'unknown') {
      intent.isUnknown = true
      // It may be in the list behind the form by now.
      void queries?.invalidateQueries()
    }
    note(result)
  }

  const note = (failure: ActionFailure) => {
    setError(failure)
    const values = methods.getValues()
    refusals.current = Object.entries(failure.fieldErrors ?? {}).flatMap(([path, text]) => {
      const value: unknown = get(values, path)
      // The cloud may speak of a parameter that this form does not ask.
      return value === undefined ? [] : [{ path, text, value }]
    })
  }

  const show = () => {
    for (const { path, text } of refusals.current)
      // The server speaks of the same schema, so its paths are ours.
      methods.setError(path as FieldPath<Values>, { type: 'server', message: text })
    setAttempts((count) => count + 1)
  }

  /** What a press of OK leads to: it ends with what the check, the warnings or the server say. */
  const answer = async () => {
    await allRowsAwake(element.current)
    setError(undefined)
    setWarnings([])
    refusals.current = []
    await methods.handleSubmit(run)()
    show()
  }
  const submit = async () => {
    // Not the state, which a second press within the same task would not see.
    if (submitting.current) return
    submitting.current = true
    setPending(true)
    await answer().finally(() => {
      submitting.current = false
      setPending(false)
    })
  }

  /** What was sent came to nothing: the form is unsaved again, says why, and OK means another try. */
  const reopen = (failure: ActionFailure | undefined) => {
    sent.current = false
    intents.current.clear()
    if (!failure) return
    note(failure)
    show()
  }

  return {
    methods,
    control: methods.control,
    element,
    pending,
    error,
    warnings,
    /** What the rules say now. */
    advice: () => rules?.().read().advice ?? NONE,
    submit,
    reopen,
    guard,
  }
}

/** What a check says, or nothing when it takes too long or its script cannot be had. */
const inTime = <Said>(check: () => Promise<Said>): Promise<Said | undefined> =>
  Promise.race([
    check().catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, CHECK_PATIENCE, undefined)),
  ])

/** The schema's errors, and the server's where the schema sees none and the value is still the refused one. */
function addRefusals<Values extends FieldValues>(
  errors: FieldErrors<Values>,
  refusals: readonly Refusal[],
  values: Values,
): FieldErrors<Values> {
  const all = { ...errors }
  for (const { path, text, value } of refusals)
    if (!get(all, path) && JSON.stringify(get(values, path)) === JSON.stringify(value))
      set(all, path, { type: 'server', message: text })
  return all
}
