'use client'
import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'

export interface MenuItem {
  key: string
  label: ReactNode
  onSelect: () => void
  /** One of a set that is on or off; the menu stays open unless it `closes`. */
  checked?: boolean
  closes?: boolean
  disabled?: boolean
}

interface MenuPopupProps {
  anchor: RefObject<HTMLButtonElement | null>
  label: string
  items: readonly MenuItem[]
  align: 'start' | 'end'
  onClose: () => void
}

const row =
  'flex min-h-8 items-center gap-2 px-3 py-1 outline-none data-disabled:text-faint data-highlighted:bg-brand-soft'

/** The open list of a menu. */
export function MenuPopup({ anchor, label, items, align, onClose }: MenuPopupProps) {
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align={align} sideOffset={6} className="z-50">
          <Menu.Popup
            aria-label={label}
            finalFocus={anchor}
            className="max-h-(--available-height) min-w-40 overflow-y-auto rounded-card border border-line bg-raised py-1 text-label text-ink shadow-popup outline-none"
          >
            {items.map(
              ({ key, label: text, onSelect, checked, closes = false, disabled = false }) =>
                checked === undefined ? (
                  <Menu.Item key={key} onClick={onSelect} disabled={disabled} className={row}>
                    {text}
                  </Menu.Item>
                ) : (
                  <Menu.CheckboxItem
                    key={key}
                    checked={checked}
                    onCheckedChange={onSelect}
                    disabled={disabled}
                    closeOnClick={closes}
                    className={row}
                  >
                    <span className="w-4 text-brand">
                      {checked && <Check aria-hidden size={14} />}
                    </span>
                    {text}
                  </Menu.CheckboxItem>
                ),
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
