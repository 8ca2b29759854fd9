/** Why a camera shows nothing: the owner or the system said no, or there is none. */
export type CameraFailure = 'denied' | 'missing';
