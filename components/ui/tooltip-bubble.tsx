'use client'
import { Tooltip } from '@base-ui/react/tooltip'
import type { RefObject } from 'react'

interface TooltipBubbleProps {
  anchor: RefObject<Element | null>
  text: string
}

/** The open tooltip. */
export function TooltipBubble({ anchor, text }: TooltipBubbleProps) {
  return (
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} className="z-50">
          <Tooltip.Popup className="max-w-80 rounded-control bg-bar px-2 py-1 text-hint text-bar-ink shadow-popup">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
