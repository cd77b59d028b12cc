'use client'
import { type ComponentProps, useImperativeHandle, useLayoutEffect, useRef } from 'react'

import { answerEarlyPress } from './early-presses'

/** The one `<button>` under every button: a press before the page is alive is kept and answered. */
export function Press({ ref, type = 'button', ...rest }: ComponentProps<'button'>) {
  const own = useRef<HTMLButtonElement>(null)
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(ref, () => own.current)
  // Not an effect after painting: presses are dispatched to the button from this moment on.
  useLayoutEffect(() => answerEarlyPress(own.current), [])
  // oxlint-disable-next-line react/button-has-type -- the type is a prop with a safe default
  return <button {...rest} ref={own} type={type} data-press />
}
