'use client'
import { type ReactNode, Suspense, useRef, useState } from 'react'

import { late } from './late'

// Positioning weighs more than most pages; it is fetched when the first tooltip opens.
const TooltipBubble = late(() => import('./tooltip-bubble').then((m) => m.TooltipBubble), 'nowhere')

interface TooltipProps {
  text: string
  children: ReactNode
}

/** Shows a text beside its child while the child is pointed at or focused; Escape puts it away. */
export function Tooltip({ text, children }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const show = () => setOpen(true)
  const hide = () => setOpen(false)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears its child, does nothing itself
    <span
      ref={anchor}
      className="inline-flex"
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      {open && (
        <Suspense>
          <TooltipBubble anchor={anchor} text={text} />
        </Suspense>
      )}
    </span>
  )
}
