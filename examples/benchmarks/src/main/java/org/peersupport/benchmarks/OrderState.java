package org.peersupport.benchmarks;

/** Where a conversation is: a state of a plain state machine. */
enum OrderState {
  BEFORE,
  OPENED,
  REACHING_OUT,
  LISTENING,
  REFLECTING,
  MAKING_SENSE,
  OFFERING,
  CLOSING,
  OVER
}
