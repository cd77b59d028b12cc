import { redirect } from 'next/navigation'

import { routes } from '@/lib/navigation/routes'

export default function Home() {
  redirect(routes.instances())
}
