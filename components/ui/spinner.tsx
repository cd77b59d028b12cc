import { LoaderCircle } from 'lucide-react'

/** Turning circle for an action under way; the words beside it say which. */
export function Spinner({ size = 14 }: { size?: number }) {
  return <LoaderCircle aria-hidden size={size} className="shrink-0 animate-spin" />
}
