import CRabbitMQ

/// Lets this process keep what a batch of messages has freed for the next one.
///
/// By default the C library gives memory at the end of the heap back to the system as soon as 128 KiB are free there. A
/// worker frees some hundreds of KiB with each batch and would be given cleared pages for the next one: a twelfth of a bare
/// relay's processor time. For mains to call; a library has no business with its process's memory.
public func keepFreedMemory() {
  superbill_keep_freed_memory(16 << 20, 4 << 20)
}
