'use client'
import { useTranslations } from 'next-intl'
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useState,
} from 'react'
import { type FieldValues, FormProvider } from 'react-hook-form'

import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { late } from '@/components/ui/late'
import { FailureAlert } from '@/components/write/failure-alert'
import { Reason } from '@/components/write/reason'
import type { Namespace } from '@/lib/i18n/pick'

import { LabelsProvider } from './labels'
import { useSectionKeys } from './section-keys'
import type { useActionForm } from './use-action-form'
import { useSlowness } from './use-slowness'
import { Warnings } from './warnings'

const ConfirmDialog = late(() =>
  import('@/components/ui/confirm-dialog').then((m) => m.ConfirmDialog),
)

type ActionForm<Values extends FieldValues> = ReturnType<typeof useActionForm<Values, never>>

interface FormProps<Values extends FieldValues> {
  form: Omit<ActionForm<Values>, 'error' | 'pending'>
  /** Both of the hook; required apart so that no form forgets them. */
  error: ActionForm<Values>['error']
  pending: boolean
  /** Where the catalogue keeps the texts of the fields. */
  labels: Namespace
  /** Text of the button; OK unless the form says otherwise. */
  submitLabel?: string
  /** What OK does, for its accessible name: "OK, create VPN attachment". */
  submitName?: string
  /** A form that is all there is on its page has none. */
  onCancel?: () => void
  /** It is about oneself and the console: nobody asks why. */
  ofOneself?: boolean
  /** Enter in a field sends it: for a sign-in, which nobody takes back. */
  enterSends?: boolean
  /** `page`: the buttons stay in view under the sections. `panel`: they end the panel or dialog. `part`: of a page. */
  surface: 'page' | 'panel' | 'part'
  children: ReactNode
}

/** A form with its buttons. Its button and Ctrl+Enter send it; Enter alone only where it says so. */
export function Form<Values extends FieldValues>({
  form,
  error,
  pending,
  ...rest
}: FormProps<Values>) {
  const t = useTranslations('ui')
  const { methods, element, submit, guard, warnings, advice } = form
  const { onCancel } = rest
  const isSlow = useSlowness(pending)
  useSectionKeys(element, rest.surface === 'page')
  // Nobody reads the state from the context, and a new one would draw every field again.
  const [formState] = useState(methods.formState)
  const opened = rest.surface === 'panel'
  useEffect(() => {
    if (opened) element.current?.querySelector<HTMLElement>('input, [role=combobox]')?.focus()
  }, [opened, element])
  const onKeyDown = (event: KeyboardEvent) => {
    const isMeant = event.ctrlKey || event.metaKey || (rest.enterSends && isInput(event.target))
    if (event.key !== 'Enter' || !isMeant) return
    event.preventDefault()
    void submit()
  }
  return (
    <LabelsProvider value={rest.labels}>
      <FormProvider {...methods} formState={formState}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a key of the whole form */}
        <form
          ref={element}
          noValidate
          onKeyDown={onKeyDown}
          // A browser sends a form by itself when Enter is pressed in its only field.
          onSubmit={(event) => event.preventDefault()}
          className="flex flex-col gap-4"
        >
          {rest.children}
          {!rest.enterSends && !rest.ofOneself && <Reason />}
          {warnings.length > 0 && <Warnings warnings={warnings} advice={advice} />}
          {error && (
            // Its end stays above the buttons that cover the end of a page.
            <div data-failure className="scroll-mb-20">
              <FailureAlert failure={error} />
            </div>
          )}
          <div
            className={cx(
              'flex items-center gap-2.5',
              rest.surface === 'page'
                ? 'sticky bottom-0 z-20 -mx-7 border-t border-line bg-surface px-7 py-3'
                : 'flex-wrap border-t border-line pt-4',
            )}
          >
            <Button
              data-submit
              variant="primary"
              pending={pending}
              aria-label={rest.submitName}
              onClick={() => void submit()}
              onMouseDown={stayFocused}
              onPointerDown={stayPressed}
            >
              {rest.submitLabel ?? t('ok')}
            </Button>
            {onCancel && (
              <Button onClick={() => guard.leave(onCancel)} onMouseDown={stayFocused}>
                {t('cancel')}
              </Button>
            )}
            <span className="ml-2 text-label text-faint" role={isSlow ? 'status' : undefined}>
              {isSlow ? t('patience') : rest.enterSends ? '' : t('submitKey')}
            </span>
            {rest.surface === 'page' && (
              <span className="text-label text-faint max-md:hidden">{t('sectionKeys')}</span>
            )}
          </div>
        </form>
      </FormProvider>
      {guard.held && (
        <Suspense>
          <ConfirmDialog
            open
            title={t('unsaved.title')}
            confirmLabel={t('unsaved.leave')}
            danger
            onConfirm={() => {
              guard.stay()
              guard.held?.()
            }}
            onClose={guard.stay}
          >
            <p>{t('unsaved.body')}</p>
          </ConfirmDialog>
        </Suspense>
      )}
    </LabelsProvider>
  )
}

const isInput = (target: EventTarget): boolean => target instanceof HTMLInputElement

/** Leaving a field may show an error above, which would move the button from under the pointer. */
const stayFocused = (event: MouseEvent) => event.preventDefault()

/** A field left just before may lose its error now; the press counts wherever the button is when it ends. */
const stayPressed = ({ currentTarget, pointerId }: PointerEvent<HTMLElement>) =>
  currentTarget.setPointerCapture(pointerId)
