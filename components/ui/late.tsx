'use client'
import { useTranslations } from 'next-intl'
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useReducer } from 'react'

import { Alert } from './alert'
import { Button } from './button'

/** Where it is said that a part did not arrive: in its place, over the page, or nowhere, where it only adds. */
type Told = 'here' | 'over the page' | 'nowhere'

/**
 * A part of the page whose script comes when it is first drawn. One that does not arrive leaves everything around it
 * as it is, with what was typed, and can be fetched again. The nearest `Suspense` shows that it is on its way.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  told: Told = 'here',
): ComponentType<Props> {
  const fetched = () =>
    lazy(async () => {
      try {
        return { default: await load() }
      } catch (cause) {
        throw new NotArrived('A part of the page did not arrive.', { cause })
      }
    })
  // One for all places where it is drawn: what arrived for one of them is there for the others.
  let Part = fetched()
  return function LatePart(props: Props) {
    const [tries, tryAgain] = useReducer((count: number) => count + 1, 0)
    const again = () => {
      Part = fetched()
      tryAgain()
    }
    return (
      <Around key={tries} missing={told === 'nowhere' ? null : <Missing {...{ told, again }} />}>
        <Part {...props} />
      </Around>
    )
  }
}

/** The same for what a press opens: a line at the top says that the press was heard. */
export function opened<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part = late(load, 'over the page')
  return function OpenedPart(props: Props) {
    return (
      <Suspense fallback={<OnItsWay />}>
        <Part {...props} />
      </Suspense>
    )
  }
}

class NotArrived extends Error {}

interface AroundProps {
  missing: ReactNode
  children: ReactNode
}

/** Shows something else in place of a part that did not arrive; what fails in the part itself is the page's. */
class Around extends Component<AroundProps, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    if (!(error instanceof NotArrived)) throw error
    return this.props.missing
  }
}

function Missing({ told, again }: { told: Told; again: () => void }) {
  const t = useTranslations('ui')
  const alert = (
    <Alert
      tone="error"
      title={t('notArrived.title')}
      actions={
        <Button variant="link" onClick={again}>
          {t('retry')}
        </Button>
      }
    >
      {t('notArrived.body')}
    </Alert>
  )
  if (told === 'here') return alert
  return <div className="fixed inset-x-4 top-3 z-50 mx-auto max-w-140">{alert}</div>
}

/** A press was heard; what it opens is on its way. */
export function OnItsWay() {
  const t = useTranslations('ui')
  return (
    <output
      aria-label={t('onItsWay')}
      className="fixed inset-x-0 top-0 z-50 h-0.75 animate-pulse bg-brand"
    />
  )
}
