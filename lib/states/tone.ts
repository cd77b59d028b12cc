/** What a state means for its reader: it chooses the icon and the colour (`components/ui/status.tsx`). */
export type Tone = 'ok' | 'changing' | 'warning' | 'error' | 'off' | 'neutral'
