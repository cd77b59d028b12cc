'use client'
import { type ReactNode, useRef, useState } from 'react'

import { opened } from './late'
import type { MenuItem } from './menu-popup'
import { Press } from './press'

// Positioning and key handling are fetched when the first menu opens.
const MenuPopup = opened(() => import('./menu-popup').then((m) => m.MenuPopup))

export interface MenuProps {
  /** The words or icon on the button. */
  children: ReactNode
  /** Accessible name of the button and its list, where the words do not say it. */
  label: string
  items: readonly MenuItem[]
  align?: 'start' | 'end'
  className?: string
  /** It was opened. */
  onOpen?: () => void
}

/** A button with a list of actions, or of settings to turn on and off, under it. */
export function Menu({ children, label, items, align = 'end', className, onOpen }: MenuProps) {
  const trigger = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Press
        ref={trigger}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => {
          if (!open) onOpen?.()
          setOpen(!open)
        }}
        className={className}
      >
        {children}
      </Press>
      {open && (
        <MenuPopup
          anchor={trigger}
          label={label}
          items={items}
          align={align}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
