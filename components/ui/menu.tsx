'use client'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'

export interface MenuItem {
  key: string
  label: ReactNode
  onSelect: () => void
  /** One of a set of which one is on; others leave it out. */
  checked?: boolean
  disabled?: boolean
}

interface MenuProps {
  trigger: ReactElement
  items: readonly MenuItem[]
  align?: 'start' | 'end'
  /** Heading of the list. */
  label?: string
}

/** A list of actions or of one-of-several settings under a button. */
export function Menu({ trigger, items, align = 'end', label }: MenuProps) {
  const row =
    'flex min-h-8 items-center gap-2 px-3 py-1 outline-none data-disabled:text-faint data-highlighted:bg-brand-soft'
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} sideOffset={6} className="z-50">
          <BaseMenu.Popup
            aria-label={label}
            className="max-h-(--available-height) min-w-40 overflow-y-auto rounded-card border border-line bg-raised py-1 shadow-popup outline-none"
          >
            {items.map(({ key, label, onSelect, checked, disabled = false }) =>
              checked === undefined ? (
                <BaseMenu.Item key={key} onClick={onSelect} disabled={disabled} className={row}>
                  {label}
                </BaseMenu.Item>
              ) : (
                <BaseMenu.CheckboxItem
                  key={key}
                  checked={checked}
                  onCheckedChange={onSelect}
                  disabled={disabled}
                  closeOnClick={false}
                  className={row}
                >
                  <span className="w-4 text-brand">
                    {checked && <Check aria-hidden size={14} />}
                  </span>
                  {label}
                </BaseMenu.CheckboxItem>
              ),
            )}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}
