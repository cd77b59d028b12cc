import { notFound } from 'next/navigation'

/** An address that nothing has is shown inside the shell, so that the navigation stays. */
export default function Missing(): never {
  notFound()
}
