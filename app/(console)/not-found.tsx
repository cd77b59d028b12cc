import NotFound from '@/app/not-found'

/** Inside the shell, so that the navigation stays. */
export default NotFound
