import { NotFoundState } from '@/components/shell/not-found-state'

/** Inside the shell, so that the navigation stays. */
export default function NotFound() {
  return <NotFoundState />
}
