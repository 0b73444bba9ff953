import { useMe } from '@/shared/session';

/** Own schedules are changed by the doctor, those of the organisation by who keeps them; the server decides. */
export function useMayChange(): (doctorId: string) => boolean {
  const { accountId, roles } = useMe();
  return (doctorId) => (doctorId === accountId && roles.includes('DOCTOR')) || roles.includes('SCHEDULER');
}
