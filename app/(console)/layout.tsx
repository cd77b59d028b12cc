import type { ReactNode } from 'react'

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return <main>{children}</main>
}
